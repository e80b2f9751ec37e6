// Before anything is painted, so that nobody who chose the dark theme sees a flash of the light one.
try {
  const theme = localStorage.getItem('atelier.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // A browser that keeps nothing has the theme of its system.
}
