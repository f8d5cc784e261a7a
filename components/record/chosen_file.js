// Read here and sent with what the page holds: whichever server the page is connected to next gets it again.
function read(part) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(part)
  })
}

export default function ({ data, parentElement, setStateValue }) {
  const input = parentElement.querySelector('input')
  parentElement.querySelector('span').textContent = data.label
  input.accept = data.accept
  const take = async () => {
    const [file] = input.files
    input.taken = file
    // One byte more than may be says that it is too large; the rest of it stays here.
    setStateValue('file', file ? await read(file.slice(0, data.most + 1)) : null)
  }
  input.onchange = take
  // One may be chosen before this script has come.
  if (input.files[0] !== input.taken) take()
}
