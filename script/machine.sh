# What script/server and script/test ask of the machine; read by both, not run by itself.

say() {
  printf '\n== %s\n' "$*"
}

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

need_java_and_maven() {
  command -v javac >/dev/null || stop "A JDK 17 or later is missing. On Debian: apt-get install openjdk-17-jdk-headless"
  local version
  version=$(javac -version 2>&1 | sed -E 's/^javac ([0-9]+).*/\1/')
  [ "$version" -ge 17 ] || stop "This is JDK $version; Obolus needs 17 or later. On Debian: apt-get install openjdk-17-jdk-headless"
  command -v mvn >/dev/null || stop "Maven 3.8.7 or later is missing. On Debian: apt-get install maven"
}

# The lists of packages are fetched once, and only when something is missing.
install_packages() {
  local become=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || stop "Missing: $*. Install it as root: apt-get install $*"
    become=(sudo)
  fi
  command -v apt-get >/dev/null || stop "Missing: $*. Install it the way your system does."
  say "Installing $*"
  "${become[@]}" apt-get update -qq
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# WordPress itself is unpacked beside the system: its package would bring a web server.
need_wordpress() {
  local lacking=() package
  for package in php-cli php-sqlite3 php-mysql php-curl php-xml php-mbstring php-gd php-zip php-intl "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || lacking+=("$package")
  done
  command -v npm >/dev/null || lacking+=(npm)
  [ ${#lacking[@]} = 0 ] || install_packages "${lacking[@]}"
}
