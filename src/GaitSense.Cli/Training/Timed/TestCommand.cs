using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.Commands;

namespace GaitSense.Cli.Training.Timed;

/// <summary><c>gaitsense test</c>: a timed test, live, with Go and Stop on a key.</summary>
internal static class TestCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense test                                    the tests: what each measures, its definitions and instructions
          gaitsense test t25fw --simulate                   tried out: a simulated person waits for your "go" (space), and you stop the clock
          gaitsense test t25fw --simulate ms-mild --auto --speed max    a simulated hand presses: the result at once
          gaitsense test t25fw --ble --person P07 --place clinic        with sensors; the session with its trials is kept in the store
          gaitsense test 3mbw --ble --checklist-confirmed   backward: only where the checklist was gone through
          gaitsense test 6mwt --ble --corridor 30 --instruction comfortable
          gaitsense test dual --ble                         60 s alone, 60 s with a second task, and its cost
          gaitsense test review                             trials that wait for a person's eye, and what they may count as
          gaitsense test t25fw --replay my-walk --go-at 12.5,60.2 --stop-at 18.4,66.3    of a recording, by the times that were noted

        Space says go and stops the clock, Enter too; a presenter's page keys are the space bar. The key's instant counts, not when it is worked off. The official
        result follows one definition, the clinic's; the feet's own time is a series of its own. A false start is kept, and the trial repeated. There are no cues.
        Without --person nothing is kept. Where no trial counts the exit code is 1. Ctrl-C ends the test and keeps what there is. It measures; it does not diagnose.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples) { Parts = [TestReviewCommand.Definition] };

    private static Command Create(Guard guard)
    {
        TestOptions test = new();
        TestSourceOptions source = new();
        var person = new PersonOptions("With --record: ");
        var session = new PersonSessionOptions(isTest: true);
        var checklist = new Option<bool>("--checklist-confirmed") { Description = "Backward: the checklist was gone through, and all of it is true." };
        Option<bool> json = CommonOptions.Json();
        json.Description = "Write the result as JSON to stdout; what is said goes to stderr.";
        var command = new Command("test", "A timed test, live: T25FW, 3-metre backward walk, TUG, two- and six-minute walk, dual task.") { test.Test };
        foreach (Option option in (IEnumerable<Option>)[.. test.All, .. source.All, .. person.All, .. session.All, checklist, json]) command.Add(option);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) =>
            {
                if (parsed.GetValue(test.Test) is null) return Task.FromResult(TestListing.Write(terminal, parsed.GetValue(json)));
                return new TestRequestRun(terminal, parsed, test, source, person, session, parsed.GetValue(checklist), parsed.GetValue(json)).RunAsync(token);
            },
            parsed,
            stop));
        return command;
    }
}
