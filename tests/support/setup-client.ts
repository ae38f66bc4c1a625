import '@testing-library/jest-dom';
import { notifyManager } from '@tanstack/react-query';
import { cleanup } from '@testing-library/react';
import { phone } from './taro';

// What the build would put in their place: screens are tested as they run in a browser.
Object.assign(globalThis, { PLATFORM: 'h5', CLOUD_ENV: '' });

// What was read reaches the screen in the same breath instead of with a timer.
notifyManager.setScheduler(queueMicrotask);

beforeEach(() => {
  phone.reset();
  sessionStorage.clear();
  localStorage.clear();
});

afterEach(cleanup);
