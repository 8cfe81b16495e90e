using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>Terminal and initial contacts.</summary>
internal sealed class ContactStage(BenchmarkInput input) : Stage(input)
{
    private readonly ContactDetector _detector = new(new ContactLimits());

    protected override void Process(int from, int to)
    {
        ContactSample[] samples = Input.Trace.Samples;
        for (int i = from; i < to; i++)
        {
            ref readonly ContactSample s = ref samples[i];
            ContactSample sample = s with { Time = new(s.Time.Microseconds + ShiftUs) };
            _detector.TryPush(in sample, out _);
        }
    }
}
