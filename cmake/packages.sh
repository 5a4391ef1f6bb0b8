# Sourced by ./run and ./test, at the root of the source tree.

# The packages of packages.txt under each of the named sections.
packages_of() {
    awk -v wanted=" $* " '
        { sub(/#.*/, "") }
        /^\[/ { gsub(/[][ \t]/, ""); inside = index(wanted, " " $0 " "); next }
        NF && inside { print $1 }' packages.txt
}

# Installs what is missing of the named sections. Where nothing is missing this is one quick query.
install_packages() {
    local missing=() name
    if ! command -v dpkg-query >/dev/null; then
        echo "This needs Debian 12 or a system with its packages: dpkg-query was not found." >&2
        echo "packages.txt lists what to install by hand." >&2
        return 3
    fi
    mapfile -t missing < <(comm -23 <(packages_of "$@" | sort -u) \
        <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }' | sort -u))
    [ ${#missing[@]} -eq 0 ] && return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These Debian packages are missing, and installing them needs root or sudo:" >&2
            echo "    apt-get install ${missing[*]}" >&2
            return 3
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    # Another installation may be under way: wait for it up to ten minutes rather than fail.
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
    mkdir -p build
    if ! { "${as_root[@]}" "${apt[@]}" update &&
           "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } \
           >build/packages.log 2>&1 </dev/null; then
        tail -n 20 build/packages.log >&2
        echo "Could not install: ${missing[*]} (the whole log is build/packages.log)" >&2
        return 3
    fi
}

# Configures build/PRESET where that has not been done, or was done for another folder or older presets.
configure() {
    local preset=$1 cache=build/$1/CMakeCache.txt
    if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
        rm -rf "build/$preset"  # the tree was copied or moved: its old build knows the old place
    fi
    if [ ! -f "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "$cache" ]; then
        cmake --preset "$preset" && touch "$cache"
    fi
}
