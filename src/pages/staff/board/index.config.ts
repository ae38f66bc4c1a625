export default definePageConfig({ navigationBarTitleText: '此刻看板' });
