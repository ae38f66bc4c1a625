/** @jest-environment node */
import { Linter } from 'eslint';
import toldTaps from '../../config/told-taps';

const complaints = (jsx: string): (string | undefined)[] =>
  new Linter()
    .verify(`export const it = ${jsx};`, {
      plugins: { huying: { rules: { 'told-taps': toldTaps } } },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      rules: { 'huying/told-taps': 'error' },
    })
    .map(({ messageId, message }) => messageId ?? message);

describe('a screen reader is told of everything that can be tapped', () => {
  it.each([
    ['a plain view that takes taps', '<View onClick={go}>去看看</View>', 'useTap'],
    ['a tap with nothing but a picture', '<Tap onTap={go}><Icon name="close" /></Tap>', 'sayIt'],
    ['a picture in a frame', '<Tap onTap={go}><View><Image src={url} /></View></Tap>', 'sayIt'],
    ['an empty tap', '<Tap onTap={go} />', 'sayIt'],
    ['a switch of WeChat’s own', '<Switch checked={on} />', 'sayIt'],
  ])('and %s does not pass', (_what, jsx, complaint) => expect(complaints(jsx)).toEqual([complaint]));

  it.each([
    ['words inside', '<Tap onTap={go}><Icon name="phone" /><Text>打电话</Text></Tap>'],
    ['a label', '<Tap onTap={go} label="关闭"><Icon name="close" /></Tap>'],
    ['what is hidden from screen readers', '<View onClick={close} {...aria({ isHidden: true })} />'],
  ])('and %s is fine', (_what, jsx) => expect(complaints(jsx)).toEqual([]));
});
