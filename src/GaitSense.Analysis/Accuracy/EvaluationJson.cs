using System.Globalization;
using System.Text.Json;

namespace GaitSense.Analysis.Accuracy;

/// <summary>Writes an <see cref="EvaluationResult"/> as one line of JSON.</summary>
internal static class EvaluationJson
{
    public static string Write(EvaluationResult r) => Object(
        Part("initial_contact", r.InitialContact, Event),
        Part("terminal_contact", r.TerminalContact, Event),
        Part("stride", r.Stride, Stride),
        Part("sequence", r.Sequence, Sequence));

    private static string Event(EventScore e) => Object(
        ("labels", Int(e.Labels)),
        ("recall", Number(e.Recall)),
        ("precision", Number(e.Precision)),
        ("f1", Number(e.F1)),
        ("error_ms", Spread(e.ErrorMs)),
        ("latency_ms", Delay(e.LatencyMs)),
        ("known_after_reference_ms", Delay(e.KnownAfterReferenceMs)),
        ("direction_accuracy", Number(e.DirectionAccuracy)),
        ("direction_recall", Number(e.DirectionRecall)));

    private static string Stride(StrideScore s) => Object(
        ("labels", Int(s.Labels)),
        ("matched", Int(s.Matched)),
        ("rejected", Int(s.Rejected)),
        ("extra", Int(s.Extra)),
        ("forward_found", Number(s.ForwardFound)),
        ("length_error_cm", Spread(s.LengthErrorCm)),
        ("length_error_percent", Spread(s.LengthErrorPercent)),
        ("forward_length_error_cm", Spread(s.ForwardLengthErrorCm)),
        ("direction", Object([.. s.Direction.Select(d => ((string, string)?)(d.Key, Int(d.Value)))])));

    private static string Sequence(SequenceScore s) => Object(
        ("reference_strides", Int(s.ReferenceStrides)),
        ("strides", Int(s.Strides)),
        ("median_length_difference_cm", Array(s.MedianLengthDifferenceCm)),
        ("median_time_difference_ms", Array(s.MedianTimeDifferenceMs)));

    private static string Spread(ErrorSpread? s) => s is null
        ? "null"
        : Object(("n", Int(s.N)), ("bias", Number(s.Bias)), ("sd", Number(s.Sd)), ("rmse", Number(s.Rmse)), ("mae", Number(s.Mae)), ("p95", Number(s.P95)));

    private static string Delay(DelaySpread? d) => d is null ? "null" : Object(("median", Number(d.MedianMs)), ("p95", Number(d.P95Ms)));

    private static (string Name, string Value)? Part<T>(string name, T? value, Func<T, string> write)
        where T : class => value is null ? null : (name, write(value));

    private static string Object(params ReadOnlySpan<(string Name, string Value)?> members)
    {
        List<string> parts = [];
        foreach ((string Name, string Value)? member in members)
            if (member is { } m) parts.Add($"\"{JsonEncodedText.Encode(m.Name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\": {m.Value}");
        return "{" + string.Join(", ", parts) + "}";
    }

    private static string Array(IEnumerable<double> values) => "[" + string.Join(", ", values.Select(ExactNumbers.Text)) + "]";

    private static string Number(double? value) => value is { } v ? ExactNumbers.Text(v) : "null";

    private static string Int(int value) => value.ToString(CultureInfo.InvariantCulture);
}
