using System.Runtime.InteropServices.JavaScript;
using System.Text;
using System.Text.Json;
using GaitSense.Browser.Live;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Sound;
using GaitSense.Recording;
using GaitSense.Recording.Session;
using GaitSense.Training.Phone;
using GaitSense.Training.Texts;
using GaitSense.Walk;

namespace GaitSense.Browser;

/// <content>A walk with sensors, and what the page needs for it.</content>
internal static partial class Exports
{
    private static PageWalk? _walk;

    /// <summary>Connects the shoes for a walk; one walk at a time. What is recorded begins here, cues with <see cref="Begin"/>. Meanwhile the page hears how far it is (<see cref="PageState"/>).</summary>
    /// <param name="options">What is asked for (<see cref="PageWalkOptions"/>), JSON.</param>
    [JSExport]
    internal static async Task Connect(string options)
    {
        if (_walk is not null) throw new GaitSenseException("A walk is under way: end it first.");
        PageWalkOptions asked = JsonSerializer.Deserialize(options, PageJson.Asked) ?? throw new GaitSenseException("Nothing was asked for.");
        try
        {
            await PageWalk.ConnectAsync(asked, w => _walk = w).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await Disconnect().ConfigureAwait(false);
            if (e is RecordingWriteException full) throw PageFailure.Of(full);
            throw;
        }
    }

    /// <summary>Somebody begins to walk.</summary>
    [JSExport]
    internal static void Begin() => (_walk ?? throw new GaitSenseException("The shoes are not connected.")).Begin();

    /// <summary>Lets the shoes go; a walk that has begun is ended with <see cref="End"/> before.</summary>
    [JSExport]
    internal static async Task Disconnect()
    {
        PageWalk? walk = _walk;
        _walk = null;
        if (walk is not null) await walk.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>What a person is offered now by the rules of training, in words: JSON (<see cref="HomeView"/>).</summary>
    /// <param name="records">What the phone keeps (<see cref="PhoneRecords"/>), JSON; empty: nothing yet.</param>
    /// <param name="nowMs">The time, ms since 1970.</param>
    /// <param name="zone">The time zone, IANA.</param>
    /// <param name="language">"en" or "de".</param>
    [JSExport]
    internal static string Home(string records, double nowMs, string zone, string language)
    {
        HomeView view = PhoneHome.Of(PhoneRecords.Read(records), DateTimeOffset.FromUnixTimeMilliseconds((long)nowMs), zone, LanguageOf(language));
        if (view.Offer is { } offer) view = view with { Offer = offer with { Plan = CuePlanJson.Write(OfferedCues.Of(offer, language)) } };
        return PhoneHome.ToJson(view);
    }

    /// <summary>What <see cref="Home"/> will say on a day to come if nothing is walked until then, without a plan of cues: JSON (<see cref="HomeDay"/>) or "null", for a page that shows it before this part is loaded.</summary>
    /// <param name="records">What the phone keeps, JSON; empty: nothing yet.</param>
    /// <param name="nowMs">The time, ms since 1970.</param>
    /// <param name="zone">The time zone, IANA.</param>
    /// <param name="language">"en" or "de".</param>
    /// <param name="inDays">Which day: 0 is today.</param>
    [JSExport]
    internal static string Ahead(string records, double nowMs, string zone, string language, int inDays) =>
        PhoneAhead.ToJson(PhoneAhead.Of(PhoneRecords.Read(records), DateTimeOffset.FromUnixTimeMilliseconds((long)nowMs), zone, LanguageOf(language), inDays));

    /// <summary>Takes a clinic's plan from a file: JSON (<see cref="PhonePlanAnswer"/>), in words where it is none.</summary>
    /// <param name="records">What the phone keeps, JSON.</param>
    /// <param name="file">The file's text.</param>
    /// <param name="nowMs">The time, ms since 1970.</param>
    /// <param name="zone">The time zone, IANA.</param>
    /// <param name="language">"en" or "de".</param>
    [JSExport]
    internal static string TakePlan(string records, string file, double nowMs, string zone, string language) =>
        PhonePlans.ToJson(PhonePlans.Take(PhoneRecords.Read(records), file, DateTimeOffset.FromUnixTimeMilliseconds((long)nowMs), zone, LanguageOf(language)));

    /// <summary>Asks the walk for something: "cues-stop", "cues-go", "checklist-confirmed", "battery-low-left", "battery-low-right".</summary>
    [JSExport]
    internal static void Ask(string request) => _walk?.Ask(request);

    /// <summary>How far the walk is: as <see cref="End"/> will say it, but for what is to come.</summary>
    [JSExport]
    internal static string Progress() => _walk is { } walk ? JsonSerializer.Serialize(walk.Progress(), PageJson.Default.PageWalkEnd) : "null";

    /// <summary>Ends the walk; without one it does nothing.</summary>
    /// <returns>How it went (<see cref="PageWalkEnd"/>), JSON; "null" without a walk.</returns>
    [JSExport]
    internal static async Task<string> End()
    {
        if (_walk is not { } walk) return "null";
        _walk = null;
        await using (walk.ConfigureAwait(false)) return JsonSerializer.Serialize(await walk.EndAsync().ConfigureAwait(false), PageJson.Default.PageWalkEnd);
    }

    /// <summary>A notification came.</summary>
    /// <param name="link">The link's number.</param>
    /// <param name="channel">As it was subscribed to.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="atMs">When, by the page's clock, ms.</param>
    [JSExport]
    internal static void Notify(int link, int channel, byte[] value, double atMs) => _walk?.Notify(link, channel, value, atMs);

    /// <summary>A connection ended.</summary>
    /// <param name="link">The link's number.</param>
    /// <param name="kind">Name of a failure of Bluetooth.</param>
    /// <param name="message">What the browser said; may be empty.</param>
    [JSExport]
    internal static void Gone(int link, string kind, string message) => _walk?.Radio.OnGone(link, kind, message);

    /// <summary>What became of a cue: "begun", "missed", "cancelled", "crowded" or "gave_way".</summary>
    [JSExport]
    internal static void Fate(int number, string fate, double atMs) => _walk?.Sound?.Take(number, fate, atMs);

    /// <summary>What is wrong with the sound; empty: nothing.</summary>
    [JSExport]
    internal static void SoundProblem(string problem)
    {
        if (_walk?.Sound is { } sound) sound.Problem = problem.Length == 0 ? null : problem;
    }

    /// <summary>The tones of a plan: 32-bit floats at 48 kHz, mono, relative to the plan's level.</summary>
    /// <param name="plan">The cue plan, JSON; empty: the default one.</param>
    /// <param name="name">"left", "right", "good", "left-test" or "right-test".</param>
    [JSExport]
    internal static byte[] Tone(string plan, string name)
    {
        CueTones tones = new((plan.Length == 0 ? new CuePlan() : CuePlanJson.Read("the page's cue plan", plan)).Sound);
        SoundClip clip = name switch
        {
            "left" => tones.Beat(Foot.Left),
            "right" => tones.Beat(Foot.Right),
            "good" => tones.GoodStep,
            "left-test" => tones.Test(Foot.Left),
            "right-test" => tones.Test(Foot.Right),
            _ => throw new GaitSenseException($"There is no tone named {name}."),
        };
        return System.Runtime.InteropServices.MemoryMarshal.AsBytes(clip.Samples).ToArray();
    }

    /// <summary>When a walk that was kept began, and how much of it there is.</summary>
    /// <param name="session">The bytes of its session file, which may be cut off.</param>
    /// <returns>Its begin, ms since 1970; its length, s; and 1 where somebody began to walk, 0 where shoes were only connected.</returns>
    [JSExport]
    internal static double[] SessionSpan(byte[] session)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, SessionFolder.SessionFile);
            File.WriteAllBytes(file, session);
            using SessionFileReader reader = SessionFileReader.Open(file);
            SessionManifest manifest = SessionManifests.Of(file);
            long last = manifest.StartedHostUs;
            bool hasBegun = false;
            while (reader.TryRead(out SessionRecord record))
            {
                last = Math.Max(last, record.Time.Microseconds);
                hasBegun |= record.Kind == SessionRecordKind.Request && Encoding.UTF8.GetString(record.Body) is WalkRequests.GoOnWithCues;
            }

            return [manifest.StartedUtc.ToUnixTimeMilliseconds(), (last - manifest.StartedHostUs) * 1e-6, hasBegun ? 1 : 0];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Language LanguageOf(string language) => language is "de" ? Language.German : Language.English;
}
