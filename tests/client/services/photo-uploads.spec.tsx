import { act, renderHook } from '@testing-library/react';
import { newPhoto, usePhotoUploads } from '@/services/use-photo-uploads';
import { answered } from '../../support/cloud-door';
import { signIn } from '../../support/signed-in';

type Upload = () => unknown;
const sent = (name: string): Upload => answered(200, { fileID: `cloud://env/photos/${name}.jpg` });
const refused = (status: number, code: string): Upload => answered(status, { code });
const lost: Upload = () => {
  throw new TypeError('Failed to fetch');
};

/** Pictures are blobs of the browser; uploading answers as told, one answer a try. */
function openUploads(...answers: Upload[]): string[] {
  const paths: string[] = [];
  const door = async (path: string) => {
    if (path.startsWith('blob:')) return { blob: async () => new Blob(['picture'], { type: 'image/jpeg' }) };
    paths.push(path);
    return answers[paths.length - 1]?.();
  };
  Object.assign(globalThis, { fetch: door });
  return paths;
}

const pick = async (...names: string[]) => {
  const view = renderHook(() => usePhotoUploads());
  await act(async () => view.result.current.setPhotos(names.map((name) => newPhoto(`blob:${name}`))));
  return view;
};

beforeEach(() => signIn('zhang'));

test('pictures are on their way as soon as they are picked, under names nobody can guess', async () => {
  const paths = openUploads(sent('a'), sent('b'));
  const { result } = await pick('1', '2');
  await act(async () => undefined);
  expect(result.current.photos.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(paths[0]).toMatch(/^\/upload\?path=photos\/[\w-]{32}\.jpg$/);
  expect(paths[0]).not.toBe(paths[1]);
});

test('one that did not go through says so and goes with the next try, in the order they were picked', async () => {
  openUploads(lost, sent('b'), sent('a'));
  const { result } = await pick('1', '2');
  await act(async () => undefined);
  expect(result.current.photos.map(({ state }) => state)).toEqual(['failed', 'sent']);
  expect(result.current.photos[0]?.fault).toBe('照片没有传上去，点一下重试');
  const fileIds = await act(() => result.current.sendAll());
  expect(fileIds).toEqual({ ok: true, value: ['cloud://env/photos/a.jpg', 'cloud://env/photos/b.jpg'] });
});

test.each([
  [413, 'STORAGE_FILE_TOO_LARGE', 'PHOTO_TOO_LARGE'],
  [400, 'STORAGE_FILE_TYPE_REFUSED', 'PHOTO_NOT_ALLOWED'],
])('what cannot be sent is not sent silently without it (%i)', async (status, code, fault) => {
  openUploads(refused(status, code), refused(status, code));
  const { result } = await pick('1');
  await act(async () => undefined);
  expect(await act(() => result.current.sendAll())).toEqual({ ok: false, error: fault });
});

test('a picture taken away is not sent along', async () => {
  openUploads(sent('a'), sent('b'));
  const { result } = await pick('1', '2');
  await act(async () => undefined);
  act(() => result.current.setPhotos(result.current.photos.slice(1)));
  expect(await act(() => result.current.sendAll())).toEqual({
    ok: true,
    value: ['cloud://env/photos/b.jpg'],
  });
});
