using GaitSense.Core;
using GaitSense.Training.TimedTests;

namespace GaitSense.Benchmarks;

/// <summary>A person with a button: hands what is asked to a test when the walk has come to its time, or a little later, as keys and samples arrive in any order.</summary>
/// <param name="run">The test.</param>
/// <param name="requests">What is asked, in time order.</param>
/// <param name="lateS">How much later the samples of that instant are processed than the key, s; negative: the key is first.</param>
internal sealed class Clicker(TimedTestRun run, IReadOnlyList<TestRequest> requests, double lateS) : IWalkObserver
{
    private int _next;

    public List<string> Refused { get; } = [];

    public void OnPose(in FootPose pose)
    {
        for (; _next < requests.Count && requests[_next].TimeS + lateS <= pose.Time.Seconds; _next++)
            if (run.Take(requests[_next]) is { } refused) Refused.Add($"{requests[_next].Kind}: {refused}");
    }
}
