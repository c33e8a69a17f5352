// Before the first paint, so a chosen theme never flashes the other one. A file of its own: the page allows no inline script.
const theme = localStorage.getItem('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
