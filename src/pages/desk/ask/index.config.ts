export default definePageConfig({ navigationBarTitleText: '说给社区' });
