/** What somebody was to write over and has not: `USERNAME/REPO`, `<INSERT LINK HERE>`, `[your address]`. */
export const isPlaceholder = (line: string): boolean =>
  /\b(?:user[ _-]?name|owner|account|org(?:ani[sz]ation)?)\/(?:repo(?:sitory)?|project|name)(?![\w-])/i.test(
    line,
  ) ||
  /[<[{](?:insert|your|enter|paste|add|please|url|link|name|user[ _-]?name|repo|ihr\w*|hier|bitte)(?:[ _-][^<>[\]{}]{0,80})?[>\]}]/i.test(
    line,
  ) ||
  /\b(?:INSERT|YOUR|ENTER|PASTE|IHR|IHRE)_[A-Z_]{2,40}\b/.test(line)
