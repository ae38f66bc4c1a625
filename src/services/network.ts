import Taro from '@tarojs/taro';

/** Calls back each time the phone is on a network again. @returns a function that stops it. */
export function onNetworkBack(listener: () => void): () => void {
  if (PLATFORM === 'h5') {
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  }
  const follow: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => {
    if (isConnected) listener();
  };
  Taro.onNetworkStatusChange(follow);
  return () => Taro.offNetworkStatusChange(follow);
}
