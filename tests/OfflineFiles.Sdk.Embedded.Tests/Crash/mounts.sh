#!/usr/bin/env bash
# Runs the tests that work on a share over another file system, by hand, as root, on Linux:
#
#   mounts.sh KIND [FILTER]      KIND: ext4-128 (stamps of whole seconds), tmpfs, vfat, sshfs, smbnetfs,
#                                rclone (of an sftp remote), rclone-local
#
# The cache stays on the local disk; OFFLINEFILES_SHARES_IN tells the tests where shares are, OFFLINEFILES_SHARES_SERVER which processes serve the
# mount and can be stopped (HungServerTests). Needs what the kind is made of: sshd and sshfs, smbd and smbnetfs, rclone. Servers listen on this
# machine only, and end with the run. The test project must be built (Release).
#
# rclone is mounted as its manual says, with a cache of writes; its own variables change that (RCLONE_VFS_WRITE_BACK=0s, say). It sends a file some seconds
# after it was closed. If a directory above it is moved meanwhile, rclone 1.60 answers with EIO until it is sent, and with a write-back of 0s sends it to
# the old place. A test that moves a directory right after it wrote into it ("a directory is moved online", Deleting_and_moving) fails over it for that.
set -euo pipefail
kind=$1 filter=${2:-'FullyQualifiedName~.Crash.|FullyQualifiedName~.Backend.'}
# smbnetfs knows one port only, so it gets a network of its own.
[ "$kind" != smbnetfs ] || [ "${OWN_NETWORK:-}" ] || exec env OWN_NETWORK=1 unshare -n -m "$0" "$@"
tests=$(cd "$(dirname "$0")/.." && pwd)
home=$(mktemp -d)
at=$home/at
mkdir -p "$at" "$home/served"
cleanup() {
    cd /
    [ -z "${OFFLINEFILES_SHARES_SERVER:-}" ] || kill -CONT $OFFLINEFILES_SHARES_SERVER 2>/dev/null || true
    for _ in 1 2 3 4 5; do mountpoint -q "$at" || break; umount -l "$at" 2>/dev/null || fusermount -uz "$at" || true; sleep 0.2; done
    [ -z "${server:-}" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf --one-file-system "$home"
}
trap cleanup EXIT

ssh_server() {
    ssh-keygen -q -t ed25519 -N '' -f "$home/host"
    ssh-keygen -q -t ed25519 -N '' -f "$home/user"
    cp "$home/user.pub" "$home/authorized"
    mkdir -p /run/sshd
    /usr/sbin/sshd -D -e -f /dev/null -p 4422 -h "$home/host" -o ListenAddress=127.0.0.1 -o StrictModes=no -o AuthorizedKeysFile="$home/authorized" \
        -o PermitRootLogin=yes -o UsePAM=no -o PidFile=none -o Subsystem='sftp internal-sftp' 2>"$home/sshd.log" &
    server=$!
}

smb_server() {
    mkdir -p "$home/smb"
    cat >"$home/smb.conf" <<CONF
[global]
server role = standalone server
server min protocol = NT1
map to guest = Bad User
guest account = root
smb ports = $1
interfaces = 127.0.0.1
bind interfaces only = yes
log file = $home/smb/log
pid directory = $home/smb
lock directory = $home/smb
state directory = $home/smb
cache directory = $home/smb
private dir = $home/smb
ncalrpc dir = $home/smb/ncalrpc
disable spoolss = yes
load printers = no
[docs]
path = $home/served
guest ok = yes
read only = no
force user = root
CONF
    smbd -F -s "$home/smb.conf" &
    server=$!
}

until_mounted() {
    for _ in $(seq 100); do mountpoint -q "$at" && ls "$at/${1:-}" >/dev/null 2>&1 && return; sleep 0.1; done
    echo "nothing was mounted"
    exit 1
}

shares=$at
case $kind in
    ext4-128) truncate -s 512M "$home/disk"; mkfs.ext4 -q -F -I 128 "$home/disk"; mount -o loop "$home/disk" "$at" ;;
    vfat) truncate -s 512M "$home/disk"; mkfs.vfat "$home/disk" >/dev/null; mount -o loop "$home/disk" "$at" ;;
    tmpfs) mount -t tmpfs none "$at" ;;
    sshfs)
        ssh_server; sleep 0.5
        sshfs -p 4422 -o IdentityFile="$home/user",StrictHostKeyChecking=no,UserKnownHostsFile=/dev/null "root@127.0.0.1:$home/served" "$at"
        until_mounted ;;
    rclone | rclone-local)
        remote=$home/served
        if [ "$kind" = rclone ]; then
            ssh_server; sleep 0.5
            remote=":sftp,host=127.0.0.1,port=4422,user=root,key_file=$home/user,shell_type=none:$remote"
        fi
        rclone mount "$remote" "$at" --vfs-cache-mode "${RCLONE_VFS_CACHE_MODE:-writes}" --cache-dir "$home/rclone" --config /dev/null --daemon
        until_mounted ;;
    smbnetfs)
        ip link set lo up 2>/dev/null || ifconfig lo up
        smb_server 445; sleep 1
        mkdir -p "$home/.smb"
        printf 'show_$_shares "false"\n' >"$home/.smb/smbnetfs.conf"; chmod 600 "$home/.smb/smbnetfs.conf"
        # By later protocols its library cannot cut a file that was opened for writing only.
        printf '[global]\nclient min protocol = NT1\nclient max protocol = NT1\n' >"$home/.smb/smb.conf"
        HOME=$home smbnetfs "$at" -o allow_other
        until_mounted 127.0.0.1/docs
        shares=$at/127.0.0.1/docs ;;
    *) echo "$kind?"; exit 1 ;;
esac
touch "$shares/lying-beside"
echo "--- $kind: $(stat -f -c %T "$shares") in $shares"
OFFLINEFILES_SHARES_IN=$shares
OFFLINEFILES_SHARES_SERVER=$(pgrep -d ' ' -f "$at" || true)
export OFFLINEFILES_SHARES_IN OFFLINEFILES_SHARES_SERVER
"$tests/bin/Release/net10.0/OfflineFiles.Sdk.Embedded.Tests" --no-ansi --progress off --filter "$filter"
