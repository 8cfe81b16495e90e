using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Streams;

// A receiver of your own: whatever brings the bytes, these calls make samples and strides of them. Here they come from two sensors in software, which play a
// recorded walk: dotnet run --project samples/receiver [FOLDER with left.csv.gz and right.csv.gz]
string folder = args is [string named] ? named : Path.Combine("samples", "there-and-back");
SoftwareSensor[] sensors = [new(Foot.Left, Path.Combine(folder, "left.csv.gz")), new(Foot.Right, Path.Combine(folder, "right.csv.gz"))];
FootInput[] inputs = [.. sensors.Select(s => new FootInput(s.Foot))];
FeetStreams feet = new(inputs);
FootPipelineOptions worn = new() { Mounting = MountingAxes.Identity };
WalkPipeline walk = new(new WalkPipelineOptions { Left = worn, Right = worn }, new StridePrinter());

Dictionary<Guid, int>[] channels = [[], []];
HostTime now = default;
for (int i = 0; i < sensors.Length; i++) Connect(sensors[i], inputs[i], channels[i]);

// Packets arrive 20 ms after their last sample was taken. A real receiver passes its own monotonic clock, read as early as it can.
while (sensors.All(s => s.TakesNext()))
{
    for (int i = 0; i < sensors.Length; i++)
    {
        now = new HostTime(sensors[i].TimeUs + 20_000);
        foreach ((Guid characteristic, byte[] value) in sensors[i].Notifications()) feet.Push(sensors[i].Foot, channels[i][characteristic], value, now);
    }

    PushSamples();
}

feet.End();
PushSamples();
walk.Complete();

void PushSamples()
{
    while (feet.TryTake(out SampleBlock block))
    {
        using (block)
        {
            if (block.ClockUncertaintyS is { } seconds) walk.SetClockUncertainty(seconds);
            if (block.UnsureTime is { } doubt) walk.MarkUnsure(in doubt);
            foreach (ref readonly FootedSample s in block.Samples) walk.Push(s.Foot, in s.Sample);
        }
    }
}

// The protocol says what to do next; doing it is the transport's part: here the sensor object, else your Bluetooth library.
void Connect(SoftwareSensor sensor, FootInput input, Dictionary<Guid, int> channel)
{
    input.Open(SensorProfiles.GaitSense, StreamSettings.Default with { RateHz = 100 }, forgetChannels: true, now);
    Span<byte> time = stackalloc byte[FootInput.TimeSize];
    for (SensorStep step = input.NextStep(now); step.Kind != SensorStepKind.Idle; step = input.NextStep(now))
    {
        switch (step.Kind)
        {
            case SensorStepKind.Subscribe:
                channel[step.Characteristic] = input.Subscribe(step.Characteristic, now);
                sensor.Subscribe(step.Characteristic);
                break;
            case SensorStepKind.Read:
                input.OnRead(sensor.Read(step.Characteristic), now);
                break;
            case SensorStepKind.Write:
                sensor.Write(step.Value.Span);
                break;
            case SensorStepKind.Wait:
                foreach ((Guid characteristic, byte[] value) in sensor.Notifications()) input.Receive(channel[characteristic], value, now, time);
                break;
            default:
                throw new InvalidOperationException(input.Dialogue.Refusal?.Message);
        }
    }

    input.Begin(now);
    feet.SetFlowing(sensor.Foot, flows: true, now);
}

internal sealed class StridePrinter : IWalkObserver
{
    public void OnStride(in Stride stride) => Console.WriteLine(stride);
}
