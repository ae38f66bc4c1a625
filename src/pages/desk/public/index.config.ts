export default definePageConfig({ navigationBarTitleText: '邻居问过的事' });
