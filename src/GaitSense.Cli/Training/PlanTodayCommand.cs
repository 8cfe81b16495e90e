using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Clinic.Days;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense plan today</c>: what is offered today, or why nothing is.</summary>
internal static class PlanTodayCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense plan today P07                          what would be offered, and what is still to be asked
          gaitsense plan today P07 --place clinic
          gaitsense plan today P07 --answers news=no,company=yes,warm=no

        Nothing is kept of the answers; gaitsense walk --person P07 asks them, and keeps them.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        Option<string?> place = PlaceOption();
        Option<string?> answers = AnswersOption();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("today", "Show what is offered today, or why nothing is.") { code, place, answers, json, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                TodayAnswer today = TodayRules.Of(new TodayRequest
                {
                    Person = person,
                    Today = StoreArguments.Today(terminal, person),
                    Place = PersonFields.Of(parsed, place, Place.Home),
                    History = await opened.HistoryAsync(person.Id, token).ConfigureAwait(false),
                    Answers = AnswersOf(parsed.GetValue(answers)),
                });
                if (parsed.GetValue(json)) terminal.Out.Write(StoreJson.Of(today));
                else foreach (string line in Lines(today, Catalogue.Of(Language.English))) terminal.Out.WriteLine(line);
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }

    /// <summary>Where the session is to be.</summary>
    public static Option<string?> PlaceOption() => PersonFields.Choice<Place>("--place", "Where. Default: home.");

    /// <summary>Answers to the questions of the day.</summary>
    public static Option<string?> AnswersOption()
    {
        Option<string?> option = new("--answers") { Description = "Answers to the questions of the day, like news=no,company=yes; what is left out was not said.", HelpName = "LIST" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Fault(result.Tokens[0].Value) is { } fault) result.AddError(fault);
        });
        return option;
    }

    /// <summary>The answers of such an option; none without it.</summary>
    public static IReadOnlyList<GateAnswer> AnswersOf(string? text) =>
        text is null ? [] : [.. Parts(text).Select(p => new GateAnswer(p[0], p[1] is "yes" ? Answer.Yes : p[1] is "no" ? Answer.No : Answer.NotSaid))];

    /// <summary>A day's answer in lines.</summary>
    public static IEnumerable<string> Lines(TodayAnswer today, Catalogue texts)
    {
        foreach (string line in DayLines.Of(today, texts, Language.English)) yield return line;
        if (today.Gates.IsEmergency) yield break;
        if (today.Questions.Count > 0) yield return $"still to be asked: {string.Join(", ", today.Questions.Select(q => q.Id))}";
        if (today is { Plan: { } plan, Week: { } week }) yield return string.Create(CultureInfo.InvariantCulture, $"plan: {plan.Template}, version {plan.Version}, week {week}");
    }

    private static string[][] Parts(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('=', 2))];

    private static string? Fault(string text)
    {
        foreach (string[] part in Parts(text))
        {
            if (!GateQuestions.All.Any(q => string.Equals(q.Id, part[0], StringComparison.Ordinal))) return $"--answers: there is no question {part[0]}{DidYouMean.Ending(part[0], GateQuestions.All.Select(q => q.Id))}";
            if (part is not [_, "yes" or "no" or "skip"]) return $"--answers: {part[0]} is answered with yes, no or skip.";
        }

        return null;
    }
}
