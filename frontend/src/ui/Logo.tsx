/** The mark and the name. */
export function Logo() {
  return (
    <svg viewBox="0 0 132 32" width="132" height="32" aria-hidden="true">
      <path d="M0 26a13 13 0 0 1 13-13v13Z" fill="var(--cut-ochre)" />
      <path d="M13 0a13 13 0 0 1 13 13H13Z" fill="var(--cut-vermilion)" />
      <circle cx="19.5" cy="19.5" r="6.5" fill="var(--cut-cobalt)" />
      <path d="M0 0h13v13A13 13 0 0 1 0 0Z" fill="currentColor" />
      <text
        x="36"
        y="23"
        fill="currentColor"
        fontFamily="var(--display)"
        fontSize="25"
        fontWeight="700"
        letterSpacing="-0.8"
      >
        Atelier
      </text>
    </svg>
  )
}
