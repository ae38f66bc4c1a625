import '@testing-library/jest-dom';
import { cleanup } from '@testing-library/react';
import { phone } from './taro';

// What the build would put in their place: screens are tested as they run in a browser.
Object.assign(globalThis, { PLATFORM: 'h5', CLOUD_ENV: '' });

beforeEach(() => {
  phone.reset();
  sessionStorage.clear();
  localStorage.clear();
});

afterEach(cleanup);
