using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense session add</c>: a session that was done by the paper plan.</summary>
internal static class SessionAddCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense session add P07 --minutes 8             today
          gaitsense session add P07 --on 2026-11-27 --task backward --place clinic --lengths 4 --path 4
          gaitsense session add P07 --minutes 4 --stopped pain --fatigue 2,4
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Option<string?> on = PersonFields.DateOption("--on", "The day, where the person lives. Default: today.");
        Option<string?> task = PersonFields.Choice<TrainingTask>("--task", "What was done. Default: comfortable_walk.");
        Option<string?> place = PlanTodayCommand.PlaceOption();
        var minutes = new Option<double?>("--minutes") { Description = "Minutes walked, rests not counted, 0 to 120.", HelpName = "MIN" };
        var lengths = new Option<double?>("--lengths") { Description = "Lengths walked backward, 0 to 50.", HelpName = "N" };
        var path = new Option<double?>("--path") { Description = "Length of that path, 2 to 10 m.", HelpName = "M" };
        Option<string?> stopped = PersonFields.Choice<StopReason>("--stopped", "Why it ended early. Default: it did not.");
        var fatigue = new Option<string?>("--fatigue") { Description = "Fatigue before and after, 1 to 5 each, like 2,3.", HelpName = "B,A" };
        fatigue.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is not [>= '1' and <= '5', ',', >= '1' and <= '5']) result.AddError($"--fatigue is {result.Tokens[0].Value}; it should be two numbers from 1 to 5, like 2,3.");
        });
        var command = new Command("add", "Write down a session that was done by the paper plan.") { code, on, task, place, minutes, lengths, path, stopped, fatigue, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                (double? walked, double? back, double? pathM) = (parsed.GetValue(minutes), parsed.GetValue(lengths), parsed.GetValue(path));
                if (walked is null && back is null) throw new UsageException("how much was walked? Give --minutes or --lengths.");
                if (!(walked is null or (>= 0 and <= 120)) || !(back is null or (>= 0 and <= 50)) || !(pathM is null or (>= 2 and <= 10))) throw new UsageException("--minutes is 0 to 120, --lengths 0 to 50, --path 2 to 10 m.");
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateOnly today = StoreArguments.Today(terminal, person), day = PersonFields.DateOf(parsed, on) ?? today;
                if (DiaryDay.WhyNot(day, today) is { } odd) throw new UsageException($"--on: {odd}.");
                TrainingTask done = PersonFields.Of(parsed, task, TrainingTask.ComfortableWalk);
                Place where = PersonFields.Of(parsed, place, Place.Home);
                TrainingHistory history = await opened.HistoryAsync(person.Id, token).ConfigureAwait(false);
                Plan? plan = PlanVersions.On(history.Plans, day);
                Slot? slot = plan?.Slots.FirstOrDefault(s => s.Week == PlanVersions.WeekOn(plan, day) && s.Task == done && s.Place == where);
                DateTimeOffset now = terminal.Time.GetUtcNow();
                // Of an earlier day nobody knows the hour: noon stands for it.
                DateTimeOffset end = day == today ? now : LocalDay.At(day, new TimeOnly(12, 0), person.Zone);
                DateTimeOffset start = end.AddMinutes(-(walked ?? 0));
                if (LocalDay.Of(start, person.Zone) < day) start = LocalDay.At(day, TimeOnly.MinValue, person.Zone); // written down soon after midnight
                StopReason why = PersonFields.Of(parsed, stopped, StopReason.None);
                Session session = new()
                {
                    Id = Guid.CreateVersion7(now),
                    PersonId = person.Id,
                    PlanId = slot is null ? null : plan!.Id,
                    SlotId = slot?.Id,
                    Task = done,
                    Start = start,
                    End = end,
                    Zone = person.Zone,
                    Place = where,
                    Aid = person.Aid,
                    Orthosis = person.Orthosis,
                    Source = SessionSource.Paper,
                    Status = why == StopReason.None ? SessionStatus.Completed : SessionStatus.EndedEarly,
                    StopReason = why,
                    Software = "written down",
                    SelfReports = Said(parsed.GetValue(fatigue)),
                    Measures = [.. new SessionDose { Minutes = walked, Lengths = back, BackwardM = back * pathM }.ToMeasures()],
                };
                await opened.Sessions.AddAsync(session, token).ConfigureAwait(false);
                terminal.Out.WriteLine($"{person.Code}: session {SessionCommand.Short(session.Id)}, {Words.InFiles(done)} on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(slot is null ? ", beside the plan" : "")}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    private static IReadOnlyList<SelfReport> Said(string? fatigue) => fatigue is not [var before, _, var after] ? [] :
    [
        new SelfReport { When = ReportTime.Before, Of = ReportOf.Fatigue, Scale = SelfReport.Faces, Value = before - '0' },
        new SelfReport { When = ReportTime.After, Of = ReportOf.Fatigue, Scale = SelfReport.Faces, Value = after - '0' },
    ];
}
