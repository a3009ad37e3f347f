#!/bin/sh
# Puts a complete segment of the log aside for Laksa, which sends it on, sealed. PostgreSQL calls it: see laksa-backup.conf.
# The folder belongs to postgres and to the group of the service, which takes away what it has sent:
#   install -d -o postgres -g laksa -m 2770 /var/spool/laksa-wal
# A segment gets its name when it is whole and on the disk. PostgreSQL tries again whatever fails, and keeps the segment until then.
set -eu
folder=$1 path=$2 name=$3
umask 0007
cp "$path" "$folder/$name.part"
chmod 640 "$folder/$name.part"
sync "$folder/$name.part"
mv "$folder/$name.part" "$folder/$name"
