export default definePageConfig({ navigationBarTitleText: '政策小达人' });
