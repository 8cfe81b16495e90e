using System.Runtime.InteropServices;
using GaitSense.Cli.App;
using GaitSense.Sessions;

namespace GaitSense.Cli.Tests;

public sealed class InsistenceTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void SecondSignal_OfSomebodyWhoWaits_EndsAtOnceAndAnEchoDoesNot()
    {
        var insistence = new Insistence(_time);
        insistence.Insists(PosixSignal.SIGTERM).ShouldBeFalse();
        _time.Advance(0.05);
        insistence.Insists(PosixSignal.SIGTERM).ShouldBeFalse();
        _time.Advance(0.5);
        insistence.Insists(PosixSignal.SIGHUP).ShouldBeFalse("a terminal that closes insists on nothing");
        insistence.Insists(PosixSignal.SIGINT).ShouldBeTrue();
    }
}
