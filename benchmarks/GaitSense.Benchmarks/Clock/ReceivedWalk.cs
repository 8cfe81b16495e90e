using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Radio;
using GaitSense.Streams;

namespace GaitSense.Benchmarks;

/// <summary>One sensor of any make through its maker's decoder and the streams of a walk, as it is live.</summary>
internal static class ReceivedWalk
{
    private const double ConnectS = 0.1, AskEveryS = 0.5;

    /// <summary>Told of each block of samples, what is said of their times, and when they came out.</summary>
    public delegate void BlockHandler(SampleBlock block, LinkQuality quality, HostTime start, double nowS);

    /// <summary>Runs a walk.</summary>
    /// <param name="sensor">The sensor.</param>
    /// <param name="samples">What it reads, by true time.</param>
    /// <param name="askedHz">The rate that is asked for, Hz.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="take">Told of each block.</param>
    public static FeetStreams Run(ReceivedSensor sensor, ReadOnlySpan<ImuSample> samples, int askedHz, LinkFaults faults, BlockHandler take)
    {
        FootInput input = new(Foot.Left);
        FeetStreams streams = new([input]);
        Dictionary<Guid, int> channels = [];
        input.Open(sensor.Profile, sensor.Profile.DefaultSettings with { RateHz = (ushort)askedHz }, forgetChannels: true, At(0));
        List<ReceivedBytes> answers = [];
        for (int i = 0; i < 64; i++)
        {
            SensorStep step = input.NextStep(At(ConnectS));
            if (step.Kind is SensorStepKind.Idle or SensorStepKind.Refused) break;
            if (step.Kind == SensorStepKind.Subscribe) channels[step.Characteristic] = input.Subscribe(step.Characteristic, At(ConnectS));
            byte[] read = sensor.Take(in step, ConnectS, answers);
            if (step.Kind == SensorStepKind.Read) input.OnRead(read, At(ConnectS));
            foreach (ReceivedBytes answer in answers) input.Receive(channels[answer.Characteristic], answer.Value, At(ConnectS), new byte[FootInput.TimeSize]);
            answers.Clear();
        }

        input.Begin(At(ConnectS));
        streams.SetFlowing(Foot.Left, flows: true, At(ConnectS));
        PriorityQueue<ReceivedBytes, (double, int)> queue = new();
        int order = 0;
        foreach (ReceivedBytes heard in sensor.Receive(samples, faults)) queue.Enqueue(heard, (heard.ArrivalS, order++));
        double askS = 0.5, nowS = 0.5, endS = samples[^1].Time.Seconds;
        while (queue.TryDequeue(out ReceivedBytes? next, out _))
        {
            for (; askS < next.ArrivalS && askS < endS && sensor.AnswersTime; askS += askS < 1.5 ? 0.05 : AskEveryS)
            {
                if (faults.Outages.Concat(faults.Stalls).Any(f => askS >= f.FromS && askS < f.FromS + f.ForS + 0.2) || !input.TryAskTime(At(askS), out SensorStep ask)) continue;
                sensor.Take(in ask, askS, answers);
                foreach (ReceivedBytes answer in answers) queue.Enqueue(answer, (answer.ArrivalS, order++));
                answers.Clear();
            }

            queue.Enqueue(next, (next.ArrivalS, 0)); // an answer may come before it
            next = queue.Dequeue();
            for (nowS += 0.02; nowS < next.ArrivalS; nowS += 0.02)
            {
                streams.Advance(At(nowS));
                Hand();
            }

            nowS = next.ArrivalS;
            streams.Push(Foot.Left, channels[next.Characteristic], next.Value, At(nowS));
            Hand();
        }

        streams.End();
        Hand();
        return streams;

        void Hand()
        {
            while (streams.TryTake(out SampleBlock block))
                using (block) take(block, input.Quality, streams.Start!.Value, nowS);
        }
    }

    private static HostTime At(double seconds) => new((long)Math.Round(seconds * 1e6));
}
