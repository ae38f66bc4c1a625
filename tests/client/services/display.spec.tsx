import { act, fireEvent, screen } from '@testing-library/react';
import { Screen } from '@/components/screen';
import { Sheet } from '@/components/sheet';
import { ElderSwitch } from '@/features/me/elder-switch';
import { LightChoice } from '@/features/me/light-choice';
import { followDisplayOutsidePages } from '@/services/display';
import { open } from '../../support/signed-in';
import { phone } from '../../support/taro';

/** A browser that asks its system whether it is night; `turn` makes it night or day. */
const system = { matches: false, listeners: new Set<() => void>() };
const turn = (isDark: boolean) =>
  act(async () => {
    system.matches = isDark;
    system.listeners.forEach((listener) => listener());
  });

const meta = document.createElement('meta');

beforeAll(() => {
  Object.assign(window, {
    matchMedia: () => ({
      get matches() {
        return system.matches;
      },
      addListener: (listener: () => void) => void system.listeners.add(listener),
    }),
  });
  meta.setAttribute('name', 'theme-color');
  document.head.append(meta);
  followDisplayOutsidePages();
});

const openSettings = () =>
  open(
    <Screen isOpen title="我的">
      <ElderSwitch />
      <LightChoice />
      <Sheet isOpen title="选楼栋" onClose={() => undefined}>
        3号楼
      </Sheet>
    </Screen>,
  );
const press = (name: RegExp) =>
  act(async () => fireEvent.click(screen.getByRole(/长辈/.test(name.source) ? 'switch' : 'radio', { name })));
const roots = () => [...document.querySelectorAll('.hy-theme')];
const isNight = () => roots().map((root) => root.classList.contains('hy-theme--dark'));

test('when night falls every page that is open, its sheet and the browser around it turn dark', async () => {
  await openSettings();
  expect(isNight()).toEqual([false, false, false]);
  expect(meta.content).toBe('#faf5ee');
  await turn(true);
  expect(isNight()).toEqual([true, true, true]);
  expect(meta.content).toBe('#1b1411');
  await turn(false);
  expect(isNight()).toEqual([false, false, false]);
});

test('who chose a colour keeps it whatever the system does, until they follow it again', async () => {
  await openSettings();
  await press(/深色/);
  expect(isNight()).toEqual([true, true, true]);
  expect(phone.storage.get('hy.light')).toBe('"dark"');
  await press(/浅色/);
  await turn(true);
  expect(isNight()).toEqual([false, false, false]);
  await press(/跟随系统/);
  expect(isNight()).toEqual([true, true, true]);
  await turn(false);
});

test('the elders’ edition and the night go together', async () => {
  await openSettings();
  await turn(true);
  await press(/长辈版/);
  for (const root of roots())
    expect(root).toHaveClass('hy-theme--elder', 'hy-theme--large', 'hy-theme--dark');
  await press(/长辈版/);
  await turn(false);
  for (const root of roots()) expect(root).not.toHaveClass('hy-theme--elder');
});
