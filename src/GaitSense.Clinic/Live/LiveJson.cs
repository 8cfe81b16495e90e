using System.Text.Json;
using GaitSense.Clinic.Hosting;

namespace GaitSense.Clinic.Live;

/// <summary>How what is said of live sessions is written: as all of the API.</summary>
internal static class LiveJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    private static JsonSerializerOptions Made()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
        ClinicServices.Json(options);
        return options;
    }
}
