import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import * as z from 'zod/mini';
import { ERROR_WORDS } from '@domain/error-words';
import { followDisplayOutsidePages } from '@/services/display';
import { toast } from '@/services/feedback';
import { nameTabBar } from '@/services/landmarks';
import { announceLeave, currentUrl, goToWelcome } from '@/services/navigate';
import { forgetReads, queryClient } from '@/services/query-client';
import { onSessionEnd } from '@/services/session-end';
import { dropSession, readToken } from '@/services/session-store';
import './app.scss';

// WeChat runs no code made from text, which is how zod otherwise builds its parsers.
z.config({ jitless: true });

followDisplayOutsidePages();
nameTabBar();

// Drafts stay on the phone; the person signs in again and comes back to where they were.
onSessionEnd((reason) => {
  if (PLATFORM === 'weapp') return toast(ERROR_WORDS[reason]);
  // What was asked meanwhile says nothing new; everybody is on the way already.
  if (readToken() === null) return;
  announceLeave({ from: currentUrl(), isExpired: reason === 'SESSION_EXPIRED' });
  dropSession();
  forgetReads();
  void goToWelcome();
});

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (PLATFORM === 'weapp') Taro.cloud.init({ ...(CLOUD_ENV ? { env: CLOUD_ENV } : {}), traceUser: true });
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
