export default definePageConfig({ navigationBarTitleText: '会话查看记录' });
