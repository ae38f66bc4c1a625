import { act, fireEvent, screen } from '@testing-library/react';
import { Screen } from '@/components/screen';
import { followDisplayOutsidePages, useDisplay } from '@/services/display';
import { open } from '../../support/signed-in';
import { phone } from '../../support/taro';

Object.assign(globalThis, { PLATFORM: 'weapp' });
phone.about.theme = 'dark';
phone.about.fontSizeSetting = 20.8;

const openPage = async () => {
  const { container } = await open(<Screen isOpen title="首页" />);
  return container.firstElementChild;
};

function Chooser() {
  const { setLightChoice } = useDisplay();
  return (
    <>
      <button onClick={() => setLightChoice('dark')}>深色</button>
      <button onClick={() => setLightChoice('system')}>跟随系统</button>
    </>
  );
}

test('the first page is drawn by night and in large letters when WeChat is set so', async () => {
  followDisplayOutsidePages();
  expect(await openPage()).toHaveClass('hy-theme--dark', 'hy-theme--large', 'hy-zoom--130');
});

test('pages follow when WeChat turns to day, and when its letters were made larger meanwhile', async () => {
  const page = await openPage();
  await phone.turn('light');
  expect(page).not.toHaveClass('hy-theme--dark');
  phone.about.fontSizeSetting = 32;
  await phone.show();
  expect(page).toHaveClass('hy-zoom--200');
});

test('WeChat paints its own bars by the system; they are painted only for who chose otherwise', async () => {
  await open(
    <Screen isOpen title="我的">
      <Chooser />
    </Screen>,
  );
  await phone.show();
  expect(phone.calls).toEqual([]);
  await act(async () => fireEvent.click(screen.getByText('深色')));
  expect(phone.calls).toContain('navigation bar #ffffff #1b1411');
  expect(phone.calls).toContain('tab 1 assets/tab/desk-dark.png assets/tab/desk-on-dark.png');
  phone.calls.splice(0);
  await act(async () => fireEvent.click(screen.getByText('跟随系统')));
  expect(phone.calls).toContain('navigation bar #000000 #faf5ee');
});
