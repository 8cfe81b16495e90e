/*
 * GaitSense sensor protocol 1.1, see ../SPEC.md. C99, no heap, no globals, no floating point: the caller owns all memory.
 *
 * Two layers:
 *   gs_*_encode / gs_*_decode   bytes <-> structs, for sensors, hosts and tests
 *   gs_sensor                   the whole sensor side: give it samples and what was written to the control point, it gives packets and answers
 *
 * Nothing here is thread-safe. Multi-byte fields are little-endian on the wire whatever the machine is.
 */
#ifndef GAITSENSE_PROTOCOL_H
#define GAITSENSE_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GS_VERSION_MAJOR 1u
#define GS_VERSION_MINOR 1u
#define GS_VERSION ((uint8_t)((GS_VERSION_MAJOR << 4) | GS_VERSION_MINOR))

/* UUIDs as Bluetooth stacks want them: 16 bytes, least significant first; the 16-bit short id is in bytes 12 and 13. */
#define GS_UUID128(id) { 0x14, 0x9A, 0x38, 0xB3, 0x20, 0x1D, 0x4E, 0x98, 0x53, 0x46, 0x0E, 0x39, (uint8_t)((id) & 0xFF), (uint8_t)((id) >> 8), 0x0D, 0x7A }
#define GS_ID_SERVICE 0x0001u
#define GS_ID_SAMPLE_STREAM 0x0002u
#define GS_ID_CONTROL_POINT 0x0003u
#define GS_ID_STREAM_INFO 0x0004u
#define GS_ID_STATUS 0x0005u
#define GS_ID_MOTOR 0x0006u

/* Sizes on the wire, bytes. */
#define GS_ATT_MTU_MIN 23u
#define GS_HEADER_SIZE 8u
#define GS_SAMPLE_SIZE 12u
#define GS_SAMPLES_MAX 42u
#define GS_PACKET_MAX (GS_HEADER_SIZE + GS_SAMPLES_MAX * GS_SAMPLE_SIZE)
#define GS_STREAM_INFO_SIZE 20u
#define GS_STATUS_SIZE 20u
#define GS_ADVERTISING_SIZE 6u
#define GS_MOTOR_SIZE 12u
#define GS_REQUEST_MAX 14u
#define GS_ANSWER_MAX 20u

/* Ranges. */
#define GS_PERIOD_NS_MIN 1000000u
#define GS_PERIOD_NS_MAX 100000000u
#define GS_FULL_SCALE_MIN 1000u
#define GS_BATTERY_UNKNOWN 255u
#define GS_TEMPERATURE_UNKNOWN INT16_MIN
#define GS_FILTER_DELAY_UNKNOWN 65535u
#define GS_MOTOR_MAX_MS 5000u
#define GS_MOTOR_AHEAD_MAX_US 2000000u

/* What is wrong with a message; the names of the vectors' verdicts. */
typedef enum {
    GS_OK = 0,
    GS_TOO_SHORT,    /* shorter than the shortest of its kind */
    GS_BAD_LENGTH,   /* a length that its kind cannot have */
    GS_VERSION_OTHER,/* another major version */
    GS_UNKNOWN_KIND, /* a kind that this code does not know */
    GS_OUT_OF_RANGE  /* a field outside its range */
} gs_fault;

enum { GS_PROFILE_LOW_LATENCY = 0, GS_PROFILE_LOGGING = 1 };
enum { GS_FOOT_UNKNOWN = 0, GS_FOOT_LEFT = 1, GS_FOOT_RIGHT = 2 };
enum { GS_FLAG_ACC_CLIPPED = 1, GS_FLAG_GYR_CLIPPED = 2, GS_FLAG_LOST = 4, GS_FLAG_FIRST = 8 };
enum { GS_INFO_STREAMING = 1 };
enum { GS_STATUS_STREAMING = 1, GS_STATUS_CHARGING = 2, GS_STATUS_BATTERY_LOW = 4, GS_STATUS_IMU_FAULT = 8, GS_STATUS_MOTOR = 16 };
enum { GS_ADV_BOND_REQUIRED = 4, GS_ADV_BATTERY_LOW = 8 };
enum { GS_FEATURE_MOTOR = 1, GS_FEATURE_LOGGING = 2, GS_FEATURE_KEEPS_FOOT = 4 };
enum { GS_MOTOR_SCHEDULED = 1 };

enum {
    GS_OP_HELLO = 1, GS_OP_LIMITS = 2, GS_OP_CONFIGURE = 3, GS_OP_START = 4,
    GS_OP_STOP = 5, GS_OP_TIME = 6, GS_OP_VIBRATE = 7, GS_OP_SET_FOOT = 8
};

enum {
    GS_ERR_OK = 0, GS_ERR_UNKNOWN = 1, GS_ERR_MALFORMED = 2, GS_ERR_VERSION = 3, GS_ERR_RANGE = 4, GS_ERR_STATE = 5,
    GS_ERR_UNSUPPORTED = 6, GS_ERR_NOT_ALLOWED = 7, GS_ERR_BUSY = 8, GS_ERR_HARDWARE = 9, GS_ERR_BATTERY = 10
};

/* One sample, counts: 32768 counts are the full scale of the stream info. */
typedef struct {
    int16_t acc[3]; /* x, y, z: specific force */
    int16_t gyr[3]; /* x, y, z: angular rate */
} gs_sample;

/* SPEC section 4. */
typedef struct {
    uint8_t flags;   /* GS_FLAG_* */
    uint8_t stream;  /* low 4 bits of the stream number */
    uint16_t index;  /* of the first sample */
    uint32_t time_us;/* device time of the first sample, low 32 bits */
    uint8_t count;   /* samples, 1 to GS_SAMPLES_MAX */
} gs_header;

/* SPEC section 5. */
typedef struct {
    uint8_t version;
    uint8_t stream;
    uint8_t flags;   /* GS_INFO_* */
    uint8_t profile; /* GS_PROFILE_* */
    uint32_t epoch;
    uint32_t period_ns;
    uint16_t acc_full_scale_mg;
    uint16_t gyr_full_scale_ddps; /* tenths of a degree per second */
    uint16_t filter_delay_us;
    uint8_t foot;
    uint8_t samples_per_packet;
} gs_stream_info;

/* SPEC section 6. */
typedef struct {
    uint8_t battery_percent;
    uint8_t flags; /* GS_STATUS_* */
    uint8_t stream;
    uint8_t last_reset;
    uint32_t samples_lost;
    int16_t temperature_cc; /* 0.01 degree Celsius */
    uint16_t bad_requests;
    uint64_t time_us;
} gs_status;

/* SPEC section 3. */
typedef struct {
    uint8_t version;
    uint8_t flags; /* GS_ADV_*, without the foot */
    uint8_t foot;
    uint8_t battery_percent;
} gs_advertising;

/* SPEC section 8. */
typedef struct {
    uint8_t flags; /* GS_MOTOR_SCHEDULED */
    uint8_t strength;
    uint8_t pulses;
    uint16_t on_ms;
    uint16_t off_ms;
    uint32_t start_us;
} gs_motor;

/* CONFIGURE: what is asked for. */
typedef struct {
    uint16_t rate_hz;
    uint16_t acc_full_scale_mg;
    uint16_t gyr_full_scale_ddps;
    uint8_t profile;
} gs_settings;

/* SPEC section 7, requests: what belongs to the opcode is set. */
typedef struct {
    uint8_t opcode;
    uint8_t token;
    uint8_t lowest_major, highest_major; /* HELLO */
    gs_settings settings;                /* CONFIGURE */
    uint64_t host_time;                  /* TIME */
    gs_motor motor;                      /* VIBRATE */
    uint8_t foot;                        /* SET_FOOT */
} gs_request;

/* SPEC section 7, answers: what belongs to the opcode is set where has_parameters is. */
typedef struct {
    uint8_t opcode; /* without 0x80 */
    uint8_t token;
    uint8_t error;  /* GS_ERR_* */
    bool has_parameters;
    uint8_t version, lowest_major, highest_major; /* HELLO */
    uint16_t firmware;                            /* HELLO */
    uint16_t lowest_rate_hz, highest_rate_hz, buffered_samples; /* LIMITS */
    uint8_t features;                                           /* LIMITS */
    uint32_t period_ns;                               /* CONFIGURE */
    uint16_t acc_full_scale_mg, gyr_full_scale_ddps;  /* CONFIGURE; LIMITS: the largest */
    uint8_t profile, samples_per_packet;              /* CONFIGURE */
    uint8_t stream;                                   /* START, STOP */
    uint32_t samples_taken;                           /* STOP */
    uint8_t epoch_low;                                /* TIME */
    uint64_t received_us, sent_us;                    /* TIME */
} gs_answer;

/*
 * Encoders return the bytes written, or 0 where a field is out of range or `size` is too small; nothing is written then.
 * Decoders say what is wrong, and fill the struct where nothing is.
 */
size_t gs_packet_encode(uint8_t *out, size_t size, const gs_header *header, const gs_sample *samples);
gs_fault gs_packet_decode(const uint8_t *bytes, size_t length, gs_header *header);
/* Sample k of a packet that was decoded. */
void gs_packet_sample(const uint8_t *bytes, unsigned k, gs_sample *sample);

size_t gs_stream_info_encode(uint8_t *out, size_t size, const gs_stream_info *info);
gs_fault gs_stream_info_decode(const uint8_t *bytes, size_t length, gs_stream_info *info);
size_t gs_status_encode(uint8_t *out, size_t size, const gs_status *status);
gs_fault gs_status_decode(const uint8_t *bytes, size_t length, gs_status *status);
/* The manufacturer data after the company identifier. */
size_t gs_advertising_encode(uint8_t *out, size_t size, const gs_advertising *advertising);
gs_fault gs_advertising_decode(const uint8_t *bytes, size_t length, gs_advertising *advertising);
size_t gs_motor_encode(uint8_t *out, size_t size, const gs_motor *motor);
gs_fault gs_motor_decode(const uint8_t *bytes, size_t length, gs_motor *motor);
/* An opcode that this code does not know is well-formed. */
size_t gs_request_encode(uint8_t *out, size_t size, const gs_request *request);
gs_fault gs_request_decode(const uint8_t *bytes, size_t length, gs_request *request);
size_t gs_answer_encode(uint8_t *out, size_t size, const gs_answer *answer);
gs_fault gs_answer_decode(const uint8_t *bytes, size_t length, gs_answer *answer);

/* Most samples in a notification: 1 with an ATT MTU of 23, 19 with 247, 42 with 517. */
unsigned gs_samples_for_mtu(unsigned mtu);
/* Samples in a full packet of a profile. */
unsigned gs_samples_per_packet(uint8_t profile, uint32_t period_ns, unsigned mtu);

/* ---------------------------------------------------------------- the sensor ---- */

/* Ranges that a chip can be set to: 32768 counts, exactly as its sensitivity says; rising. */
typedef struct {
    const uint32_t *periods_ns;      /* rates, as periods, falling (rates rising) */
    const uint16_t *acc_full_scales_mg;
    const uint16_t *gyr_full_scales_ddps;
    uint8_t periods, acc_full_scales, gyr_full_scales;
    uint8_t features;                /* GS_FEATURE_* */
    uint16_t firmware;               /* major in the high byte */
    uint16_t filter_delay_us;
    uint16_t buffered_samples;       /* what LIMITS says; kept by the firmware's own queue */
} gs_sensor_limits;

/* Things that the firmware is to do after a call; bits. */
enum {
    GS_DO_APPLY = 1,       /* configuration changed: set the chip to gs_sensor.info's period and ranges */
    GS_DO_NOTIFY_INFO = 2, /* notify stream info, before the answer and before any packet */
    GS_DO_START = 4,       /* let samples come */
    GS_DO_STOP = 8,        /* no more samples are needed */
    GS_DO_VIBRATE = 16,    /* run gs_sensor.motor (strength 0: stop) */
    GS_DO_STORE_FOOT = 32, /* keep gs_sensor.info.foot without power */
    GS_DO_NOTIFY_STATUS = 64
};

typedef struct {
    const gs_sensor_limits *limits;
    gs_stream_info info;
    gs_status status; /* the firmware sets battery, temperature and charging */
    gs_motor motor;   /* last command that was accepted */
    uint16_t mtu;
    bool connected, greeted, subscribed;
    uint32_t taken;   /* samples of this stream, lost ones included */
    /* the packet being filled */
    gs_header header;
    gs_sample samples[GS_SAMPLES_MAX];
    bool lost;        /* samples were lost since the last packet */
} gs_sensor;

/*
 * `epoch` must be another after each start of the device clock (SPEC section 9); 0 is replaced by 1. The default is the nearest to 200 Hz, 16 g, 2000 dps.
 * `limits` must outlive the sensor. False where the limits cannot be: empty or out of range.
 */
bool gs_sensor_init(gs_sensor *sensor, const gs_sensor_limits *limits, uint32_t epoch, uint8_t foot);

/* The link. Both return GS_DO_*. */
unsigned gs_sensor_connected(gs_sensor *sensor, uint16_t mtu);
unsigned gs_sensor_disconnected(gs_sensor *sensor);
/* A new ATT MTU; a packet in the making that has become too long is kept and sent in parts no longer than allowed. */
void gs_sensor_set_mtu(gs_sensor *sensor, uint16_t mtu);
/* Notifications of the sample stream were switched on or off. Switched off while streaming: samples are taken and counted, and none is sent. */
void gs_sensor_set_subscribed(gs_sensor *sensor, bool subscribed);

/*
 * Something was written to the control point. `received_us` is the device time of that, `now_us` the one at which the answer will leave, as well as
 * is known. Writes an answer of up to GS_ANSWER_MAX bytes to `answer` and its length to `length`; 0: there is none. Returns GS_DO_*.
 */
unsigned gs_sensor_control(gs_sensor *sensor, const uint8_t *bytes, size_t size, uint64_t received_us, uint64_t now_us, uint8_t *answer, size_t *length);
/* Something was written to the motor characteristic. Before HELLO only a stop is carried out. */
unsigned gs_sensor_motor(gs_sensor *sensor, const uint8_t *bytes, size_t size, uint64_t now_us);

/*
 * A sample was taken at `time_us`. Returns the length of a packet in `packet` (GS_PACKET_MAX bytes, or what the MTU needs) that is to be notified, or 0.
 * `clipped` has GS_FLAG_ACC_CLIPPED and GS_FLAG_GYR_CLIPPED where the chip reported it; counts at the end of 16 bits are seen here.
 */
size_t gs_sensor_push(gs_sensor *sensor, const gs_sample *sample, uint64_t time_us, uint8_t clipped, uint8_t *packet, size_t size);
/* What was pushed and not sent yet, as a packet; 0: nothing. Call it at stop and before a pause. */
size_t gs_sensor_flush(gs_sensor *sensor, uint8_t *packet, size_t size);
/* The sensor lost `count` samples (FIFO overflow): the index goes on. A packet that was under way is returned as with gs_sensor_flush. */
size_t gs_sensor_lost(gs_sensor *sensor, uint32_t count, uint8_t *packet, size_t size);
/* A packet that was returned could not be sent and was thrown away: the next says so. */
void gs_sensor_dropped(gs_sensor *sensor, unsigned samples);
/*
 * The device clock was set, or started again: a new epoch, and a new stream where one runs. Where the low 8 bits are those of the epoch before, which is
 * all that an answer to TIME carries of it, the next epoch is taken. Returns GS_DO_*.
 */
unsigned gs_sensor_clock_broke(gs_sensor *sensor, uint32_t epoch);
/* The chip's true period became better known, in ns. Returns GS_DO_*. */
unsigned gs_sensor_set_period(gs_sensor *sensor, uint32_t period_ns);

/* Values of the characteristics now; return their length. */
size_t gs_sensor_info(const gs_sensor *sensor, uint8_t *out, size_t size);
size_t gs_sensor_status(gs_sensor *sensor, uint64_t now_us, uint8_t *out, size_t size);
size_t gs_sensor_advertising(const gs_sensor *sensor, uint8_t *out, size_t size);
/* For callers from other languages: what memory a gs_sensor needs. */
size_t gs_sensor_size(void);

#ifdef __cplusplus
}
#endif

#endif
