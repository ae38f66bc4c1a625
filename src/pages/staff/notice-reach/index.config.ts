export default definePageConfig({ navigationBarTitleText: '谁还不知道' });
