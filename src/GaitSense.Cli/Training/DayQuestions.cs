using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;

namespace GaitSense.Cli.Training;

/// <summary>The questions of a day at the keyboard: before a walk, and how it was. Where nobody can be asked, nothing was said.</summary>
/// <param name="terminal">The screen and the keyboard.</param>
internal sealed class DayQuestions(Terminal terminal)
{
    private const int MostFaces = 5;
    private static readonly (StopReason Reason, string Word)[] Stops =
        [(StopReason.Enough, "enough for today"), (StopReason.Fatigue, "tired"), (StopReason.Pain, "pain"), (StopReason.Fall, "a fall"), (StopReason.Heat, "heat"), (StopReason.Interrupted, "something else came")];

    private readonly Catalogue _texts = Catalogue.Of(Language.English);
    private readonly KeyQuestion _keys = new(terminal);

    /// <summary>Asks what is still open, one question after the other; an answer may bring others.</summary>
    /// <param name="request">The day so far.</param>
    /// <param name="stop">Ends the questions.</param>
    public async Task<TodayRequest> AskAsync(TodayRequest request, CancellationToken stop)
    {
        if (!terminal.CanAsk) return request;
        while (TodayRules.Of(request) is { Gates.IsEmergency: false, Questions: [var question, ..] } today)
            request = await PutAsync(request, question, today.Offer?.PathM, stop).ConfigureAwait(false);
        return request;
    }

    /// <summary>Asks what is still open before something beside the plan.</summary>
    /// <param name="request">The day so far.</param>
    /// <param name="task">What is to be done.</param>
    /// <param name="pathM">Length of the path, m; null: it has none.</param>
    /// <param name="stop">Ends the questions.</param>
    public async Task<TodayRequest> AskBesideAsync(TodayRequest request, TrainingTask task, double? pathM, CancellationToken stop)
    {
        if (!terminal.CanAsk) return request;
        while (request.ToFacts() is var facts && !GateRules.Decide(facts).IsEmergency && GateQuestions.Next(facts, task) is { } question)
            request = await PutAsync(request, question, pathM, stop).ConfigureAwait(false);
        return request;
    }

    private async Task<TodayRequest> PutAsync(TodayRequest request, GateQuestion question, double? pathM, CancellationToken stop)
    {
        string path = pathM is { } m ? m.ToString("0.##", CultureInfo.InvariantCulture) : "4";
        char key = await _keys.AskAsync($"{_texts.Walker(question.TextKey, path)}  y: yes, n: no{(question.Skippable ? ", s: skip" : "")}", question.Skippable ? "yns" : "yn", stop).ConfigureAwait(false);
        Answer answer = key switch { 'y' => Answer.Yes, 'n' => Answer.No, _ => Answer.NotSaid };
        return request with { Answers = [.. request.Answers, new GateAnswer(question.Id, answer)] };
    }

    /// <summary>Asks for fatigue, and after a walk for pain.</summary>
    public async Task<IReadOnlyList<SelfReport>> HowIsItAsync(ReportTime when, CancellationToken stop)
    {
        if (!terminal.CanAsk) return [];
        List<SelfReport> said = [];
        foreach (ReportOf of in when == ReportTime.Before ? (ReportOf[])[ReportOf.Fatigue] : [ReportOf.Fatigue, ReportOf.Pain])
        {
            string word = of == ReportOf.Fatigue ? "fatigue" : "pain";
            string faces = string.Join(", ", Enumerable.Range(1, MostFaces).Select(n => $"{n.ToString(CultureInfo.InvariantCulture)}: {_texts.Walker($"face.{word}.{n.ToString(CultureInfo.InvariantCulture)}")}"));
            char key = await _keys.AskAsync($"{_texts.Walker("ask." + word)}  {faces}, s: skip", "12345s", stop).ConfigureAwait(false);
            said.Add(new SelfReport { When = when, Of = of, Scale = SelfReport.Faces, Value = key == 's' ? null : key - '0' });
        }

        return said;
    }

    /// <summary>Asks why a walk ended early.</summary>
    public async Task<StopReason> WhyAsync(CancellationToken stop)
    {
        if (!terminal.CanAsk) return StopReason.None;
        string words = string.Join(", ", Stops.Select((s, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}: {s.Word}"));
        char key = await _keys.AskAsync($"Why did it end?  {words}, s: skip", "123456s", stop).ConfigureAwait(false);
        return key == 's' ? StopReason.None : Stops[key - '1'].Reason;
    }
}
