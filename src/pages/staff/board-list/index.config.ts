export default definePageConfig({ navigationBarTitleText: '看板明细' });
