import { placed, placeInput, placeWords } from '@domain/desk/message-place';
import { isFineVoice, VOICE_LIMITS, voiceInput } from '@domain/desk/message-voice';
import { messageInput } from '@domain/desk/thread.schema';
import { homeAt } from '@domain/people/place';
import { BUILDINGS } from '../support/cast';
import { voiceId } from '../support/samples';

const [first] = BUILDINGS;
const home = first ? homeAt(first, 2, '602') : null;

describe('a place in a message', () => {
  it('is told in the words of the register, with what somebody added', () => {
    const place = { buildingId: 'b03', entrance: 2, floor: 5, note: '电梯口' };
    expect(placed(place, null, BUILDINGS)).toEqual({
      ok: true,
      value: { label: '3号楼 2单元 5层 · 电梯口', buildingId: 'b03', entrance: 2, floor: 5 },
    });
    expect(placed({ buildingId: 'b02' }, null, BUILDINGS)).toMatchObject({ value: { label: '2号楼' } });
    expect(placed({ spot: '中心广场', note: '北侧' }, null, BUILDINGS)).toEqual({
      ok: true,
      value: { label: '中心广场 · 北侧' },
    });
  });

  it('may be one’s own home, which the caller does not have to spell', () => {
    expect(placed({ isHome: true }, home, [])).toEqual({
      ok: true,
      value: { label: '1号楼2单元602室', buildingId: 'b01', entrance: 2, floor: 6 },
    });
    expect(placed({ isHome: true }, null, [])).toEqual({ ok: false, error: 'PLACE_UNKNOWN' });
  });

  it.each([
    ['a building that was never built', { buildingId: 'b99' }],
    ['a third entrance where there are two', { buildingId: 'b01', entrance: 3 }],
    ['a floor above the roof', { buildingId: 'b01', entrance: 1, floor: 7 }],
  ])('is refused for %s', (_what, place) => {
    expect(placed(place, null, BUILDINGS)).toEqual({ ok: false, error: 'PLACE_UNKNOWN' });
  });

  it.each([
    ['nowhere', {}],
    ['only a note', { note: '电梯口' }],
    ['two places at once', { buildingId: 'b01', spot: '中心广场' }],
    ['home and elsewhere', { isHome: true, spot: '中心广场' }],
    ['floor 0', { buildingId: 'b01', floor: 0 }],
    ['half a floor', { buildingId: 'b01', floor: 1.5 }],
    ['a novel', { spot: '很'.repeat(21) }],
  ])('does not pass as %s', (_what, place) => {
    expect(placeInput.safeParse(place).success).toBe(false);
  });

  it('needs no other words', () => {
    expect(placeWords({ floor: 3 }, '3号楼')).toBe('3号楼 3层');
    expect(messageInput.safeParse({ place: { spot: '北门' } }).success).toBe(true);
    expect(messageInput.safeParse({ text: ' ' }).success).toBe(false);
  });
});

describe('a recording in a message', () => {
  const fileId = voiceId('a');

  it.each([
    ['a picture', { fileId: fileId.replace('.wav', '.png'), seconds: 3 }],
    ['a name that can be guessed', { fileId: 'cloud://env.bucket/voices/a.mp3', seconds: 3 }],
    ['a file of the pictures', { fileId: fileId.replace('voices', 'photos'), seconds: 3 }],
    ['no length', { fileId, seconds: 0 }],
    ['more than a minute', { fileId, seconds: VOICE_LIMITS.maxSeconds + 1 }],
  ])('does not pass as %s', (_what, voice) => {
    expect(voiceInput.safeParse(voice).success).toBe(false);
  });

  it('is what is in the file, not what it is called', () => {
    const told = { seconds: 10 };
    expect(isFineVoice(told, { isSound: true, bytes: 320_044, seconds: 10 })).toBe(true);
    expect(isFineVoice(told, { isSound: true, bytes: 40_000, seconds: null })).toBe(true);
    expect(isFineVoice(told, { isSound: false, bytes: 40_000, seconds: null })).toBe(false);
    expect(isFineVoice(told, { isSound: true, bytes: VOICE_LIMITS.maxBytes + 1, seconds: null })).toBe(false);
    expect(isFineVoice(told, { isSound: true, bytes: 40_000, seconds: 90 })).toBe(false);
  });

  it('is not longer than it says', () => {
    expect(isFineVoice({ seconds: 2 }, { isSound: true, bytes: 1_000_000, seconds: null })).toBe(false);
  });
});
