export default definePageConfig({ navigationBarTitleText: '备注与转交' });
