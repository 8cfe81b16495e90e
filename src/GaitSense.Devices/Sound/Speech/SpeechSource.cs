using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace GaitSense.Devices;

/// <summary>
/// Speaks phrases ahead of the walk: from a folder of recordings, else by espeak-ng, run as a program of its own, once per phrase. What cannot be spoken
/// is missing, and that is said once; it never fails a walk.
/// </summary>
/// <param name="options">Where from.</param>
public sealed class SpeechSource(SpeechOptions options)
{
    /// <summary>Speaks phrases.</summary>
    /// <param name="texts">Texts by key.</param>
    /// <param name="language">The engine's voice: "en", "de", ...</param>
    /// <param name="cancellationToken">Ends it; a program that runs is ended too.</param>
    /// <param name="begun">Called with the number of each phrase as it begins, from 1; null: none.</param>
    /// <exception cref="OperationCanceledException">It was ended before all was spoken.</exception>
    public async Task<SpokenTexts> SpeakAsync(IReadOnlyDictionary<string, string> texts, string language, CancellationToken cancellationToken, Action<int>? begun = null)
    {
        Dictionary<string, float[]> spoken = new(StringComparer.Ordinal);
        string? problem = null;
        bool hasEngine = true;
        int number = 0;
        foreach ((string key, string text) in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            begun?.Invoke(++number);
            try
            {
                WavFile? wav = FromFolder(key);
                if (wav is null && hasEngine) wav = await FromEngineAsync(text, language, cancellationToken).ConfigureAwait(false);
                if (wav is not null) spoken[key] = Resampler.Resample(wav.ToMono(), wav.RateHz, ISoundOutput.StandardRateHz);
            }
            catch (Win32Exception)
            {
                hasEngine = false;
                problem ??= $"{options.Program} is not here, so words are not spoken: install it (apt install espeak-ng), or give a folder with {key}.wav and so on.";
            }
            catch (SoundException e)
            {
                problem ??= $"\"{key}\" is not spoken: {e.Message}.";
            }
        }

        // A Ctrl-C of the keyboard also ends the program that speaks, which is then no fault of its own.
        cancellationToken.ThrowIfCancellationRequested();
        return new SpokenTexts(spoken, problem);
    }

    private WavFile? FromFolder(string key)
    {
        string? path = options.Folder is { } folder ? Path.Combine(folder, $"{key}.wav") : null;
        return path is not null && File.Exists(path) ? WavFile.Read(path) : null;
    }

    private async Task<WavFile> FromEngineAsync(string text, string language, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(options.Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-v", language, "-s", options.WordsPerMinute.ToString(CultureInfo.InvariantCulture), "-b", "1", "--stdout", "--", text },
        };
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutS));
        using Process engine = Process.Start(start)!;
        try
        {
            engine.StandardInput.Close();
            Task<string> errors = engine.StandardError.ReadToEndAsync(limit.Token);
            using MemoryStream sound = new();
            await engine.StandardOutput.BaseStream.CopyToAsync(sound, limit.Token).ConfigureAwait(false);
            string error = await errors.ConfigureAwait(false);
            await engine.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            if (engine.ExitCode != 0) throw new SoundException(options.Program, $"it failed with voice {language} ({FirstLine(error)}): `{options.Program} --voices` lists those there are");
            return WavFile.Parse(sound.ToArray(), options.Program);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SoundException(options.Program, $"it did not speak within {options.TimeoutS} s: try it by hand");
        }
        finally
        {
            if (!engine.HasExited) engine.Kill();
        }
    }

    private static string FirstLine(string text) => text.AsSpan().Trim().IsEmpty ? "it said nothing" : text.Trim().Split('\n')[0].Trim();
}
