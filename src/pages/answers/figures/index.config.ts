export default definePageConfig({ navigationBarTitleText: '问答成效' });
