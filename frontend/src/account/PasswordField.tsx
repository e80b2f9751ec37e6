import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/Button'
import { TextField } from '../ui/Field'
import styles from './PasswordField.module.css'

/** A password that can be looked at. */
export function PasswordField(props: ComponentProps<typeof TextField>) {
  const { t } = useTranslation('account')
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField {...props} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <IconButton
        label={shown ? t('hidePassword') : t('showPassword')}
        className={styles.eye}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </IconButton>
    </div>
  )
}
