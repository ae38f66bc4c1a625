export default definePageConfig({ navigationBarTitleText: '值班队列' });
