/** The format of a picture or a recording by its first bytes, whatever name or type it came with. */
export function mediaType(bytes: Buffer): string | undefined {
  const starts = (text: string, at = 0): boolean =>
    bytes.subarray(at, at + text.length).toString('latin1') === text;
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0xff && second === 0xd8 && third === 0xff) return 'image/jpeg';
  if (starts('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif';
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp';
  if (starts('RIFF') && starts('WAVE', 8)) return 'audio/wav';
  if (starts('ftypM4A', 4) || starts('ftypiso', 4) || starts('ftypmp4', 4)) return 'audio/mp4';
  if (starts('ID3') || isMpegFrame(first, second)) return 'audio/mpeg';
  return undefined;
}

/** An MP3 without a preface begins with a frame: eleven set bits, then a version and a layer that exist. */
const isMpegFrame = (first: number, second: number): boolean =>
  first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
