/**
 * Taro's components for jest: plain elements that take the props screens give them and answer with events of WeChat's
 * shape (`detail.value`). The real browser set is made of web components that jsdom cannot run.
 */
import { createElement, forwardRef, type ForwardedRef, type ReactElement, type ReactNode } from 'react';

type Props = { children?: ReactNode; [name: string]: unknown };
type Named = (props: Props) => ReactElement;

const PASSED = new Set([
  'id',
  'className',
  'style',
  'src',
  'placeholder',
  'role',
  'onClick',
  'onKeyDown',
  'tabIndex',
]);
const isPassed = (name: string): boolean =>
  PASSED.has(name) || name.startsWith('aria-') || name.startsWith('data-');

const passed = (props: Props): Props =>
  Object.fromEntries(
    Object.entries(props)
      .filter(([name]) => isPassed(name))
      .map(([name, value]) => [name, name === 'tabIndex' ? Number(value) : value]),
  );

const callback = (props: Props, name: string, detail: unknown): void => {
  const listener = props[name];
  if (typeof listener === 'function') listener({ detail, stopPropagation: () => undefined });
};

const plain = (tag: string) =>
  forwardRef((props: Props, ref: ForwardedRef<HTMLElement>) =>
    createElement(tag, { ...passed(props), ref }, props.children),
  );

const hand = (ref: ForwardedRef<HTMLElement>, element: HTMLElement | null): void => {
  if (typeof ref === 'function') ref(element);
  else if (ref) ref.current = element;
};

type FieldEvent = { target: { value: string } };

/** Taro sets these on the browser's own field as attributes; React spells one of them differently. */
const native = (props: Props): object => {
  const { inputmode, ...others }: { inputmode?: unknown } = Object(props.nativeProps);
  return inputmode ? { ...others, inputMode: inputmode } : others;
};

/** A field as WeChat has it: it cuts off what is longer than `maxlength`, where -1 means no limit. */
const field =
  (tag: 'input' | 'textarea'): Named =>
  (props) => {
    const limit = typeof props.maxlength === 'number' && props.maxlength >= 0 ? props.maxlength : Infinity;
    return createElement(tag, {
      ...passed(props),
      ...native(props),
      value: props.value ?? '',
      onChange: (event: FieldEvent) =>
        callback(props, 'onInput', { value: event.target.value.slice(0, limit) }),
      onFocus: () => callback(props, 'onFocus', {}),
      onBlur: (event: FieldEvent) => callback(props, 'onBlur', { value: event.target.value }),
    });
  };

/**
 * A scrolling part of a page. `reachEnd()` and `pullDown()` on its element are what a finger does to it; what it was told
 * to bring into view stands in `data-into-view`.
 */
export const ScrollView = forwardRef((props: Props, given: ForwardedRef<HTMLElement>) =>
  createElement(
    'div',
    {
      ...passed(props),
      'data-into-view': props.scrollIntoView,
      ref: (element: HTMLElement | null): void => {
        hand(given, element);
        if (!element) return;
        Object.assign(element, {
          reachEnd: () => callback(props, 'onScrollToLower', {}),
          pullDown: () => callback(props, 'onRefresherRefresh', {}),
        });
      },
    },
    props.children,
  ),
);

export const View = plain('div');
export const Text = plain('span');
export const RootPortal = plain('div');
export const Label = plain('label');
export const Button = plain('button');
export const Image: Named = (props) => createElement('img', { alt: '', ...passed(props) });
export const Input = field('input');
export const Textarea = field('textarea');
