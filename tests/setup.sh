#!/usr/bin/env bash
# Installs the Debian packages that are missing: Chromium, poppler, epubcheck
# and zimcheck for the tests, or (argument "venv") what `python3 -m venv` needs on a bare Debian.
set -euo pipefail
packages=()
if [ "${1:-}" = venv ]; then
  packages+=(python3-venv)
else
  command -v chromium >/dev/null || packages+=(chromium)
  command -v pdftotext >/dev/null || packages+=(poppler-utils)
  command -v epubcheck >/dev/null || packages+=(epubcheck)
  command -v zimcheck >/dev/null || packages+=(zim-tools)
fi
[ ${#packages[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
  echo "Thiếu: ${packages[*]}. Hãy cài bằng trình quản lý gói của hệ điều hành rồi chạy lại." >&2
  exit 1
fi
echo "Đang cài ${packages[*]} …"
sudo=""
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
