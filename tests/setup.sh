#!/usr/bin/env bash
# Installs the Debian packages that are missing: Chromium, poppler, epubcheck
# and zimcheck for the tests, or (argument "venv") what `python3 -m venv` needs on a bare Debian,
# or (argument "minisign") the program that signs an edition.
# nginx and Caddy are only unpacked into .cache/may-chu: installed, they would start and take port 80.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=() servers=()
if [ "${1:-}" = venv ]; then
  packages+=(python3-venv)
elif [ "${1:-}" = minisign ]; then
  command -v minisign >/dev/null || packages+=(minisign)
else
  command -v chromium >/dev/null || packages+=(chromium)
  command -v pdftotext >/dev/null || packages+=(poppler-utils)
  command -v epubcheck >/dev/null || packages+=(epubcheck)
  command -v zimcheck >/dev/null || packages+=(zim-tools)
  command -v minisign >/dev/null || packages+=(minisign)
  if command -v apt-get >/dev/null; then
    [ -e .cache/may-chu/xong ] || servers=(nginx nginx-common libnginx-mod-http-brotli-static caddy)
  else
    command -v nginx >/dev/null || packages+=(nginx)
    command -v caddy >/dev/null || packages+=(caddy)
  fi
fi
[ $((${#packages[@]} + ${#servers[@]})) -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "Thiếu: ${packages[*]}. Hãy cài bằng trình quản lý gói của hệ điều hành rồi chạy lại." >&2
  exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
if [ ${#packages[@]} -gt 0 ]; then
  echo "Đang cài ${packages[*]} …"
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
if [ ${#servers[@]} -gt 0 ]; then
  echo "Đang tải ${servers[*]} vào .cache/may-chu/ …"
  rm -rf .cache/may-chu
  mkdir -p .cache/may-chu/goi
  (cd .cache/may-chu/goi && apt-get download -qq -o APT::Sandbox::User=root "${servers[@]}")
  for package in .cache/may-chu/goi/*.deb; do dpkg-deb --extract "$package" .cache/may-chu; done
  rm -r .cache/may-chu/goi
  touch .cache/may-chu/xong
fi
