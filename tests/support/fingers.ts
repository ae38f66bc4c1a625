import { act, fireEvent, screen, waitFor } from '@testing-library/react';

/** Waits until what a screen reads first has arrived. */
export const arrived = (): Promise<void> =>
  waitFor(() => expect(screen.queryByLabelText('正在加载')).toBeNull());

const press = (element: HTMLElement): Promise<void> => act(async () => void fireEvent.click(element));

/** Presses a button as soon as it is there, and waits for what comes of it. Of several it is the one on top. */
export const tap = async (name: string | RegExp): Promise<void> => {
  const button = (await screen.findAllByRole('button', { name })).at(-1);
  if (button) await press(button);
};

export const pick = async (name: string): Promise<void> => press(await screen.findByRole('radio', { name }));

export const turnTo = async (tab: string): Promise<void> =>
  press(await screen.findByRole('tab', { name: tab }));

export const type = async (label: string, words: string): Promise<void> => {
  const field = await screen.findByLabelText(label);
  await act(async () => void fireEvent.change(field, { target: { value: words } }));
};
