# Our sensor on hci1 against our recorder on hci0; the sensor is killed hard, and begins anew. Each step waits for what came before, not for a time:
# the lab's processors are emulated.
# software_sensor.sh GAITSENSE_DLL FOLDER
gaitsense="dotnet $1"
cd "$2" || exit 1
touch sensor1.txt sensor2.txt walk.txt
$gaitsense sensor --simulate healthy --foot left --adapter hci1 >sensor1.txt 2>&1 &
sensor=$!
id=""
for _ in 1 2 3 4; do
    id=$($gaitsense scan --adapter hci0 --duration 5 --json | sed -n 's/.*"id": "\(.*\)",/\1/p' | head -n 1)
    [ -n "$id" ] && break
done
echo "scan=$id"
(
    until grep -q streaming sensor1.txt; do sleep 0.5; done
    sleep 10
    kill -9 $sensor
    echo "killed" >&2
    sleep 3
    exec $gaitsense sensor --simulate healthy --foot left --adapter hci1 >sensor2.txt 2>&1
) &
(
    until sed -n '/left: LOST/,$p' walk.txt | grep -q "left: live"; do sleep 0.5; done
    sleep 6
    kill -INT "$(cat walk.pid)"
) &
sh -c 'echo $$ >walk.pid; exec "$@" >walk.txt 2>&1' sh $gaitsense walk --ble --adapter hci0 --left "$id" --duration 200 --plain --record rec --out live
status=$?
cat walk.txt sensor1.txt sensor2.txt
pkill -f "$1 sensor"
[ "$status" = 130 ] && status=0 # stopped, and saved
exit "$status"
