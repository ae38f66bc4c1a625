import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, renderHook } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { useDisplay } from '@/services/display';
import { forgetReads, queryClient } from '@/services/query-client';
import { keepSession } from '@/services/session-store';

/** Somebody signs in on this tab; nothing the last one read is left. */
export function signIn(personKey: string): void {
  forgetReads();
  keepSession({ token: `token-of-${personKey}`, personKey });
}

export const WithReads = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

/** Puts a screen in front of somebody and waits for what it reads first. */
export async function open(screen: ReactElement) {
  const view = render(screen, { wrapper: WithReads });
  await act(async () => undefined);
  return view;
}

/** The person of this phone wants things large, or does not any more. */
export function wantLarge(isElder: boolean): void {
  const { result, unmount } = renderHook(useDisplay);
  act(() => result.current.setElder(isElder));
  unmount();
}
